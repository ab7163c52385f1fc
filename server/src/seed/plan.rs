//! How much of everything.

/// The size of the invented union.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Scale {
    /// 5,000 members: for demonstrations and tests.
    Demo,
    /// 400,000 members: for measuring.
    Full,
}

/// The counts of a scale; the generator keeps all of them exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Member lines, of every kind.
    pub members: usize,
    /// Workplaces (underenheter) in the business register.
    pub workplaces: usize,
    /// Those of them that no club covers.
    pub uncovered: usize,
    /// Clubs.
    pub clubs: usize,
    /// No club has more members than this.
    pub biggest_club: usize,
    /// Locals.
    pub locals: usize,
    /// County districts.
    pub counties: usize,
    /// Regional advisory centres.
    pub centres: usize,
    /// Mandates, also the ended and the future ones.
    pub mandates: usize,
}

impl Scale {
    /// The counts.
    pub const fn plan(self) -> Plan {
        match self {
            Self::Demo => Plan {
                members: 5_000,
                workplaces: 120,
                uncovered: 6,
                clubs: 60,
                biggest_club: 450,
                locals: 12,
                counties: 3,
                centres: 1,
                mandates: 110,
            },
            Self::Full => Plan {
                members: 400_000,
                workplaces: 20_000,
                uncovered: 200,
                clubs: 14_000,
                biggest_club: 1_800,
                locals: 400,
                counties: 15,
                centres: 7,
                mandates: 19_000,
            },
        }
    }
}

impl Plan {
    /// Members at work in a club: 86 of 100. The others are retired, have left, study, or have no club.
    pub(super) const fn at_work(&self) -> usize {
        self.members * 86 / 100
    }

    /// Municipalities: every third has two locals, so that two locals meet at one employer.
    pub(super) const fn municipalities(&self) -> usize {
        (self.locals * 3).div_ceil(4)
    }

    /// How many members each club has, the biggest first and the smallest three, with a long tail.
    ///
    /// A falling hyperbola through both ends; its bend is found by halving so that the sizes add up.
    pub(super) fn club_sizes(&self) -> Vec<usize> {
        // Nested clubs and second jobs add to a club: leave room below the limit.
        let top = self.biggest_club * 9 / 10;
        let sizes_with = |bend: f64| -> Vec<usize> {
            (0..self.clubs)
                .map(|rank| {
                    let x = rank as f64 / (self.clubs.max(2) - 1) as f64;
                    3 + ((top - 3) as f64 * (1.0 - x) / (1.0 + x / bend)).round() as usize
                })
                .collect()
        };
        let (mut low, mut high) = (1e-6, 10.0);
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if sizes_with(middle).iter().sum::<usize>() < self.at_work() { low = middle } else { high = middle }
        }
        let mut sizes = sizes_with(low);
        // Rounding leaves a few over or short: the middle of the curve takes them.
        let over = self.at_work().saturating_sub(sizes.iter().sum());
        let middle = self.clubs / 4;
        for size in sizes.iter_mut().skip(middle).take(over) {
            *size += 1;
        }
        sizes
    }
}
