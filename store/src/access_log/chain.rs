//! What holds the rows together: each has the hash of its own fields and of the row before it.

use sha2::{Digest, Sha256};

use crate::entity::access_log;

/// SHA-256.
pub(super) type Hash = [u8; 32];

/// What the first row is chained to.
pub(super) const BEGINNING: Hash = [0; 32];

/// The hash of a row, whatever `entry_hash` says.
///
/// Every field is preceded by its length, so that no two rows have the same bytes.
pub(super) fn hash(row: &access_log::Model, before: &Hash) -> Hash {
    let subject = row.subject_id.map(uuid::Uuid::into_bytes);
    let fields: [&[u8]; 9] = [
        &row.seq.to_be_bytes(),
        &row.at.0.to_be_bytes(),
        row.person_id.0.as_bytes(),
        row.action.as_bytes(),
        row.subject_kind.as_bytes(),
        subject.as_ref().map_or(&[], |id| id.as_slice()),
        row.request_id.as_bytes(),
        row.detail_digest.as_deref().unwrap_or_default(),
        before,
    ];
    let mut digest = Sha256::new_with_prefix(b"audit-v1");
    for field in fields {
        digest.update((field.len() as u64).to_be_bytes());
        digest.update(field);
    }
    digest.finalize().into()
}

/// What the chain holds of a sealed detail.
pub(super) fn digest(sealed: &[u8]) -> Hash {
    Sha256::digest(sealed).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{MemberId, Timestamp};
    use uuid::Uuid;

    fn row() -> access_log::Model {
        access_log::Model {
            seq: 7,
            at: Timestamp(1_790_000_000_000),
            person_id: MemberId(Uuid::from_u128(1)),
            action: "open".to_owned(),
            subject_kind: "member".to_owned(),
            subject_id: Some(Uuid::from_u128(2)),
            request_id: "r".to_owned(),
            detail_digest: Some(vec![9; 32]),
            entry_hash: vec![],
        }
    }

    /// Written out by hand: whoever checks the log with another program must get the same.
    #[test]
    fn a_known_row_has_a_known_hash() {
        let mut bytes = b"audit-v1".to_vec();
        let mut put = |field: &[u8]| {
            bytes.extend([0, 0, 0, 0, 0, 0, 0, u8::try_from(field.len()).unwrap()]);
            bytes.extend(field);
        };
        put(&[0, 0, 0, 0, 0, 0, 0, 7]);
        put(&1_790_000_000_000_i64.to_be_bytes());
        put(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        put(b"open");
        put(b"member");
        put(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
        put(b"r");
        put(&[9; 32]);
        put(&[3; 32]);
        assert_eq!(hash(&row(), &[3; 32]), Hash::from(Sha256::digest(&bytes)));
    }

    #[test]
    fn every_field_counts() {
        let mut others: Vec<access_log::Model> = (0..10).map(|_| row()).collect();
        others[0].seq = 8;
        others[1].at.0 += 1;
        others[2].person_id = MemberId(Uuid::from_u128(3));
        others[3].action = "list".to_owned();
        others[4].subject_kind = "case".to_owned();
        others[5].subject_id = None;
        others[6].request_id = String::new();
        others[7].detail_digest = None;
        others[8].detail_digest = Some(vec![8; 32]);
        // What stands in one field does not count as standing in the next.
        (others[9].action, others[9].subject_kind) = ("openm".to_owned(), "ember".to_owned());
        let hashes: std::collections::BTreeSet<Hash> = others.iter().map(|other| hash(other, &BEGINNING)).collect();
        assert_eq!(hashes.len(), 10);
        assert!(!hashes.contains(&hash(&row(), &BEGINNING)));
        assert_ne!(hash(&row(), &BEGINNING), hash(&row(), &[1; 32]));
    }
}
