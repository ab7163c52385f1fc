//! Whether a template holds together: its fields and its texts.

use crate::Lang;

use super::markup::{Kind, Node, Test, Words};
use super::parse::Wrong;
use super::template::{FieldDef, FieldKind, Template};

/// The first thing wrong with a template whose fields stand on the lines `places`.
pub(super) fn check(template: &Template, places: &[usize]) -> Result<(), (usize, Wrong)> {
    for lang in [Lang::Nb, Lang::Nn] {
        if template.text(lang).is_none() {
            return Err((1, Wrong::NoText(lang)));
        }
    }
    for (lang, nodes) in &template.texts {
        let subjects = nodes.iter().filter(|node| matches!(node.kind, Kind::Subject(_))).count();
        if subjects != 1 || nested(nodes).any(|node| matches!(node.kind, Kind::Subject(_))) {
            return Err((nodes.first().map_or(1, |node| node.line), Wrong::Subject(*lang)));
        }
        let mut used = Vec::new();
        text(template, nodes, &mut Vec::new(), &mut used)?;
        for (field, place) in template.fields.iter().zip(places) {
            if !used.contains(&field.id) {
                return Err((*place, Wrong::Unused(field.id.clone(), *lang)));
            }
        }
    }
    Ok(())
}

/// The nodes inside of an `[if …]`.
fn nested(nodes: &[Node]) -> Box<dyn Iterator<Item = &Node> + '_> {
    Box::new(nodes.iter().flat_map(|node| match &node.kind {
        Kind::If { then, .. } => Box::new(then.iter().chain(nested(then))) as Box<dyn Iterator<Item = &Node>>,
        _ => Box::new(std::iter::empty()),
    }))
}

fn text(template: &Template, nodes: &[Node], sure: &mut Vec<String>, used: &mut Vec<String>) -> Result<(), (usize, Wrong)> {
    let mut columns = None;
    for node in nodes {
        let wrong = |wrong| (node.line, wrong);
        match &node.kind {
            Kind::If { field: id, test, then } => {
                let field = find(template, id).map_err(wrong)?;
                if let Test::Is(option) = test
                    && !field.options.iter().any(|other| other.code == *option)
                {
                    return Err(wrong(Wrong::NoSuchOption(id.clone(), option.clone())));
                }
                used.push(id.clone());
                let before = sure.len();
                if *test != Test::Empty {
                    sure.push(id.clone());
                }
                text(template, then, sure, used)?;
                sure.truncate(before);
            }
            kind => {
                if let Kind::Row(cells) = kind {
                    let same = columns.is_none_or(|columns| columns == cells.len());
                    if !same || !(2..=4).contains(&cells.len()) {
                        return Err(wrong(Wrong::Columns));
                    }
                }
                let many = matches!(kind, Kind::Paragraph(_) | Kind::Item { .. } | Kind::Row(_) | Kind::From(_) | Kind::To(_));
                let alone = many || matches!(kind, Kind::Fact(..) | Kind::Sign(..) | Kind::Note(_));
                for words in kind.words() {
                    for id in words.fields() {
                        let field = find(template, id).map_err(wrong)?;
                        placed(field, words, many, alone, sure).map_err(wrong)?;
                        used.push(id.to_owned());
                    }
                }
            }
        }
        columns = match &node.kind {
            Kind::Row(cells) => Some(cells.len()),
            _ => None,
        };
    }
    Ok(())
}

fn find<'a>(template: &'a Template, id: &str) -> Result<&'a FieldDef, Wrong> {
    template.field(id).ok_or_else(|| Wrong::NoSuchField(id.to_owned()))
}

/// Whether a field may stand where it does.
fn placed(field: &FieldDef, words: &Words, many: bool, alone: bool, sure: &[String]) -> Result<(), Wrong> {
    let by_itself = words.only_field().is_some();
    if matches!(field.kind, FieldKind::Long | FieldKind::List) && !(many && by_itself) {
        return Err(Wrong::ManyLines(field.id.clone()));
    }
    match field.required || (alone && by_itself) || sure.contains(&field.id) {
        true => Ok(()),
        false => Err(Wrong::Unguarded(field.id.clone())),
    }
}
