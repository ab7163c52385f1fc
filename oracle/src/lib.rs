//! Who may see and do what, worked out slowly from lists of plain texts.
//!
//! This crate depends on nothing, on purpose: no type, rule, table or query of the program is used here. It is written
//! from the sentences below, and tests ask it and the program the same questions about random unions. When the two
//! differ, one of them is wrong. Days are texts like `2026-03-12`, which sort as days do.
//!
//! 1. A club covers an employer unit and everything under it. An employment puts its member in the clubs that cover the
//!    workplace; where the member's own local has such clubs, in those only.
//! 2. A member belongs to their local, to their clubs of today, and to everything above those.
//! 3. A workplace representative sees the members of the club who work at the workplace that the mandate names; all of
//!    the club when it names none. Leader, deputy and secretary of a club see the club. Chief and joint representatives
//!    see everybody in any club who works at the employer that the mandate names, or under what the club itself covers.
//!    Leader, deputy and treasurer of a local, leaders of county and union, and the registry clerk see all that belong
//!    to the unit. No other office shows anybody.
//! 4. Treasurer, county leader and union leader do not see how to reach a member.
//! 5. Shown to nobody are the union's own staff and whoever has left, not yet joined or gone out of the file. Protected
//!    members are shown to the person named to help them, if that person holds one of the offices that help:
//!    representative, leader or deputy of a club, chief or joint representative, leader or deputy of a local, adviser,
//!    lawyer.
//! 6. Whoever owns a case or takes part in it reads it and works on it, while holding any office but administrator,
//!    data protection officer and registry clerk.
//! 7. A club leader reads the club's cases that are neither about health nor about whistleblowing.
//! 8. That such a case exists is known to the club's leader and deputy, to chief and joint representatives of the
//!    employer, and to leader and deputy of the local; to leaders of county and union only when it is a general case.
//! 9. A case may be opened about a member one sees, in a club of theirs that one's office reaches: representatives where
//!    they see the member, leader and deputy of the club, chief and joint representatives, leader and deputy of the
//!    local.
//! 10. Under another table of rights, an office may what its lines say, and nothing else; (1), (2) and the first sentence
//!     of (5) hold all the same. *unit*: whoever is in the unit the office is held in, or in one under it. *workplace*:
//!     those in that very club who work at the workplace that the mandate names, and the whole unit when it names none.
//!     *employer*: whoever works at the employer that the mandate names, or under what the unit itself covers. *named*:
//!     protected members one is named for, and nobody else ever. *own*: cases one owns or takes part in. To work on a
//!     case one must be able to read it, to reach somebody one must see them, and what one may read one knows of.
//! 11. A list shows the jobs of today that put a member in a club, to whom they count for: a representative of the club
//!     those in it, at the workplace that the mandate names if it names one; chief and joint representatives those at
//!     their employer; all other offices those in any club that belongs to the unit, and every such job of members of the
//!     unit's own locals; the person named to help a protected member, all of that member's. A filter by workplace,
//!     position or tariff area finds whom it shows such a job, and nobody by a job it does not show. A workplace is
//!     offered to narrow a list by, with the number of members for whom such a job there is shown.
//! 12. Leader and deputy of a club or of a local may take whom that office shows them out as a file, with how to reach
//!     them and with the jobs that office shows. Protected members are in no file.
//! 13. An employer or workplace is shown to whoever holds an office in a club, or in the local of a club, that covers it,
//!     something it lies under, or something under it. What has happened to it is told to the same people; that it has
//!     left another unit, to those as well to whom that one is shown.
//! 14. On its page stand those who hold an office today in a club that covers it or something it lies under: those
//!     elected for one workplace on that workplace's page and those above it only, and nobody who is protected.
//! 15. The access log is the data protection officer's. The files of the registry are the administrator's and the
//!     registry clerk's. Nobody else knows of either.
//! 16. A union may take a right away from an office, and give an office the sight of everybody in the unit where it is
//!     held. What it does holds from then on, for every mandate.
//! 17. Those who hold an office, or will, are named on the organisation's pages to whoever holds an office in the same
//!     unit or above it, but for advisers and lawyers, who only get what is handed to them. Nobody protected is named.
//! 18. Under another table, the page of a unit is for those whose office gives them `mandates` or `statistics` of it:
//!     *unit*, for the unit where it is held and all under it; *employer*, for a club that covers something under the
//!     employer that the mandate names, or that the unit itself covers. Who may list the whole unit has the members of
//!     such a unit: *unit*, or *workplace* where the mandate names none.
//! 19. Whoever has a conflict of interest in a case is shown nothing of it and knows of nothing, whatever they hold, own
//!     or take part in. They are in no list of those who may be asked. It holds in the case too into which that one is
//!     merged, from then on.
//! 20. Of those who take part in a case, followers and buddies read it and do not work on it.
//! 21. Whoever works on a case is told who may be asked to take part: those who hold an office today that lets them read
//!     what they take part in, in the club that has the case or in a unit above it, for an employer that the club covers
//!     or lies under, and all advisers and lawyers. Nobody protected is among them.
//! 22. A note that somebody keeps to themselves is its author's alone, and only while they may read the case. Nothing tells
//!     anybody else that there is one.
//! 23. Whoever works on a case sets it to wait, and goes on with it. It is closed, and opened again, by its owner alone of
//!     those who take part; beside the owner by whoever works on it by *unit* or *employer* under another table. In a closed
//!     case nobody writes; what stands in it is read as before. The tasks that are left in it are gone on with by whoever works
//!     on it, and who takes part in it, owns it or is kept out of it is changed as in any other.

mod cases;
mod employers;
mod members;
mod offices;
mod table;
mod union;

pub use cases::{Case, CaseAccess};
pub use table::{Right, Under};
pub use union::{Job, Mandate, Member, Union, Unit};
