//! The structure of a document, for those who do not see its pages: what is a heading, a list, a table.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A part of the structure, by its place in [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Branch(usize);

/// Something that is drawn, by the page it is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub(crate) sheet: usize,
    pub(crate) mark: usize,
}

enum Child {
    Branch(Branch),
    Leaf(Leaf),
    Link(Leaf),
}

struct Grown {
    kind: TagKind,
    children: Vec<Child>,
}

/// The whole structure.
#[derive(Default)]
pub(crate) struct Tree {
    grown: Vec<Grown>,
    roots: Vec<Branch>,
}

impl Tree {
    /// A new part, last in `of`.
    pub(crate) fn add(&mut self, of: Option<Branch>, kind: impl Into<TagKind>) -> Branch {
        let new = Branch(self.grown.len());
        self.grown.push(Grown { kind: kind.into(), children: Vec::new() });
        match of.and_then(|of| self.grown.get_mut(of.0)) {
            Some(parent) => parent.children.push(Child::Branch(new)),
            None => self.roots.push(new),
        }
        new
    }

    /// Puts something that is drawn into a part.
    pub(crate) fn leaf(&mut self, of: Branch, leaf: Leaf) {
        if let Some(parent) = self.grown.get_mut(of.0) {
            parent.children.push(Child::Leaf(leaf));
        }
    }

    /// Puts a link's area into a part.
    pub(crate) fn link(&mut self, of: Branch, link: Leaf) {
        if let Some(parent) = self.grown.get_mut(of.0) {
            parent.children.push(Child::Link(link));
        }
    }

    /// The structure with what has been drawn.
    pub(crate) fn tagged(
        &self,
        leaf: &impl Fn(Leaf) -> Option<Identifier>,
        link: &impl Fn(Leaf) -> Option<Identifier>,
        lang: &str,
    ) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        for root in &self.roots {
            tree.push(self.group(*root, leaf, link));
        }
        tree
    }

    fn group(&self, at: Branch, leaf: &impl Fn(Leaf) -> Option<Identifier>, link: &impl Fn(Leaf) -> Option<Identifier>) -> TagGroup {
        let Some(grown) = self.grown.get(at.0) else { return TagGroup::new(krilla::tagging::Tag::Div) };
        let mut group = TagGroup::new(grown.kind.clone());
        for child in &grown.children {
            let node = match child {
                Child::Branch(branch) => Some(Node::Group(self.group(*branch, leaf, link))),
                Child::Leaf(drawn) => leaf(*drawn).map(Node::Leaf),
                Child::Link(area) => link(*area).map(Node::Leaf),
            };
            if let Some(node) = node {
                group.push(node);
            }
        }
        group
    }
}
