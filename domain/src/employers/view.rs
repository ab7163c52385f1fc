//! What the pages about employers read.

use serde::{Deserialize, Serialize};

use crate::identity::OrgNumber;
use crate::org::{Count, Office};
use crate::registry::TariffArea;
use crate::{AlertId, Date, Timestamp, UnitId};

use super::AlertKind;

/// A unit of the business register with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// Its number.
    pub number: OrgNumber,
    /// Its name.
    pub name: String,
}

/// A number of people that has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heads {
    /// Before.
    pub before: i64,
    /// Now.
    pub now: i64,
}

/// What an alert tells beside its kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Nothing more.
    Plain,
    /// The day it happened, or is to happen.
    On(Date),
    /// The number of people.
    Heads(Heads),
    /// The names of the unit it lay under, and of the one it lies under.
    Parent(Option<String>, String),
}

/// Something that has happened to an employer or a workplace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// Which one.
    pub id: AlertId,
    /// Whom it is about.
    pub about: Named,
    /// Whether the viewer may open its page. Those it has left may not, and are told all the same.
    pub may_open: bool,
    /// What has happened.
    pub kind: AlertKind,
    /// The particulars.
    pub change: Change,
    /// When it came to our notice.
    pub noticed_at: Timestamp,
}

/// A workplace in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkplaceHere {
    /// Which one.
    pub unit: Named,
    /// How many of the members the viewer sees work there.
    pub members: u64,
}

/// Somebody who holds an office in a club at an employer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Representative {
    /// Their name.
    pub name: String,
    /// Their office.
    pub office: Office,
}

/// A club that covers an employer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClubHere {
    /// Which one.
    pub id: UnitId,
    /// Whether the viewer may open its page.
    pub may_open: bool,
    /// Its name.
    pub name: String,
    /// The name of its local.
    pub local: String,
    /// Who holds an office in it today.
    pub representatives: Vec<Representative>,
}

/// A tariff area in which members work at an employer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgreementHere {
    /// Which one, if the registry says.
    pub area: Option<TariffArea>,
    /// How many of the members in the viewer's reach.
    pub members: Count,
}

/// The whole page of one employer or workplace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmployerView {
    /// Which one.
    pub unit: Named,
    /// The unit it lies under, and whether the viewer may open it.
    pub above: Option<(Named, bool)>,
    /// Whether it is a workplace (underenhet).
    pub is_workplace: bool,
    /// Its legal form, in the register's words.
    pub form: String,
    /// What it does, in the register's words.
    pub industry: Option<String>,
    /// Street, postal code and city, one line each.
    pub address: Vec<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Website, as the register has it.
    pub website: Option<String>,
    /// How many work there, if the register says.
    pub heads: Option<i64>,
    /// Bankrupt since; the day may be unknown.
    pub bankrupt: Option<Option<Date>>,
    /// Being wound up since; the day may be unknown.
    pub winding_up: Option<Option<Date>>,
    /// When it closed, or is to close.
    pub closed_on: Option<Date>,
    /// Whether the register shows nothing of it any more.
    pub removed: bool,
    /// How many of the members the viewer sees work here.
    pub members: u64,
    /// The workplaces under it, those with most of the viewer's members first.
    pub workplaces: Vec<WorkplaceHere>,
    /// How many workplaces there are in all.
    pub workplaces_total: u64,
    /// The clubs that cover it.
    pub clubs: Vec<ClubHere>,
    /// The tariff areas of the members in the viewer's reach who work there, in the order of their codes.
    pub agreements: Vec<AgreementHere>,
    /// What has happened to it, the newest first.
    pub alerts: Vec<Alert>,
    /// The day in Oslo.
    pub today: Date,
}
