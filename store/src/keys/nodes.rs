//! Which programs serve the portal, and which keys each of them knows.

use domain::Timestamp;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::entity::key_node;
use crate::{Store, StoreError, scope};

/// A program that has not been heard of for this long serves no more.
pub const SEEN_SECONDS: i64 = 90;
/// How often it says so when nothing has changed.
const SAID_SECONDS: i64 = 30;

/// A program that serves the portal, as it tells of itself.
#[derive(Debug)]
pub struct Node {
    id: Uuid,
    host: String,
    said: Option<(String, Timestamp)>,
}

impl Node {
    /// One that begins now, on the machine of this name.
    pub fn new(host: String) -> Self {
        Self { id: Uuid::now_v7(), host, said: None }
    }
}

impl Store {
    /// Reads the key file and the database's word about keys, and tells the others which keys this program knows. To be
    /// called every few seconds by a program that serves.
    pub async fn follow_keys(&self, node: &mut Node) -> Result<(), StoreError> {
        let keys = self.keys.read(&self.db).await?;
        let keys: String = keys.numbers().map(|number| format!("{number} ")).collect();
        let now = self.clock.now();
        if node.said.as_ref().is_some_and(|(said, at)| *said == keys && *at > now.plus_seconds(-SAID_SECONDS)) {
            return Ok(());
        }
        let tx = self.begin().await?;
        let gone = key_node::Column::SeenAt.lt(now.plus_seconds(-SEEN_SECONDS));
        key_node::Entity::delete_many().filter(gone).exec(&tx).await?;
        let row = key_node::ActiveModel { node: Set(node.id), host: Set(node.host.clone()), keys: Set(keys.clone()), seen_at: Set(now) };
        let known =
            OnConflict::column(key_node::Column::Node).update_columns([key_node::Column::Keys, key_node::Column::SeenAt]).to_owned();
        key_node::Entity::insert(row).on_conflict(known).exec_without_returning(&tx).await?;
        tx.commit().await?;
        node.said = Some((keys, now));
        Ok(())
    }

    /// When a program stops serving.
    pub async fn leave_keys(&self, node: &Node) -> Result<(), StoreError> {
        let tx = self.begin().await?;
        key_node::Entity::delete_many().filter(key_node::Column::Node.eq(node.id)).exec(&tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The machines on which a program serves that does not know this key.
    pub async fn nodes_without(&self, number: u32) -> Result<Vec<String>, StoreError> {
        let seen = key_node::Column::SeenAt.gte(self.clock.now().plus_seconds(-SEEN_SECONDS));
        let nodes = scope::key_nodes().filter(seen).all(&self.db).await?;
        let knows = |node: &key_node::Model| node.keys.split(' ').any(|own| own.parse() == Ok(number));
        let mut hosts: Vec<String> = nodes.into_iter().filter(|node| !knows(node)).map(|node| node.host).collect();
        hosts.sort();
        hosts.dedup();
        Ok(hosts)
    }
}
