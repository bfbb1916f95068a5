// Each statement is bound to organisations by itself: Neo4j has no rule that would do it, and a test reads every one.

/** Uniqueness makes concurrent writers meet at one thing; the indexes find what belongs to an organisation or a passage. */
export const SCHEMA = [
  'CREATE CONSTRAINT knowledge_entity IF NOT EXISTS FOR (e:KnowledgeEntity) REQUIRE (e.organization_id, e.key) IS UNIQUE',
  'CREATE CONSTRAINT knowledge_passage IF NOT EXISTS FOR (p:KnowledgePassage) REQUIRE (p.organization_id, p.collection_id, p.number) IS UNIQUE',
  'CREATE INDEX knowledge_entities_of_organization IF NOT EXISTS FOR (e:KnowledgeEntity) ON (e.organization_id)',
  'CREATE INDEX knowledge_passages_of_organization IF NOT EXISTS FOR (p:KnowledgePassage) ON (p.organization_id)',
  'CREATE INDEX knowledge_relations_of_passage IF NOT EXISTS FOR ()-[r:SAYS]-() ON (r.organization_id, r.collection_id, r.number)',
] as const;

const COUNTED = `
  RETURN e.key AS key, min(m.kind) AS kind, min(m.zh) AS zh, min(m.en) AS en, count(m) AS passages
  ORDER BY passages DESC, key LIMIT toInteger($limit)`;

export const STATEMENTS = {
  find: `
    MATCH (e:KnowledgeEntity)<-[m:MENTIONS]-(:KnowledgePassage)
    WHERE e.organization_id IN $organizationIds AND (toLower(m.zh) CONTAINS $text OR toLower(m.en) CONTAINS $text)
    ${COUNTED}`,
  read: `
    MATCH (e:KnowledgeEntity)<-[m:MENTIONS]-(:KnowledgePassage)
    WHERE e.organization_id IN $organizationIds AND e.key IN $keys
    ${COUNTED}`,
  relationsOf: `
    MATCH (e:KnowledgeEntity) WHERE e.organization_id IN $organizationIds AND e.key IN $keys
    MATCH (e)-[r:SAYS]-(:KnowledgeEntity)
    WITH DISTINCT r, startNode(r).key AS subject, endNode(r).key AS object
    RETURN r.collection_id AS collectionId, r.number AS number, subject, r.relation AS relation, object,
      r.quote AS quote, r.confidence AS confidence, r.via AS via, r.model AS model
    ORDER BY confidence DESC, collectionId, number, subject, object LIMIT toInteger($limit)`,
  putMentions: `
    UNWIND $mentions AS mention
    MERGE (p:KnowledgePassage {organization_id: $organizationId, collection_id: $collectionId, number: toInteger(mention.number)})
    MERGE (e:KnowledgeEntity {organization_id: $organizationId, key: mention.key})
    MERGE (p)-[m:MENTIONS]->(e)
    ON CREATE SET m.kind = mention.kind, m.zh = mention.zh, m.en = mention.en`,
  putRelations: `
    UNWIND $relations AS said
    MERGE (:KnowledgePassage {organization_id: $organizationId, collection_id: $collectionId, number: toInteger(said.number)})
    MERGE (s:KnowledgeEntity {organization_id: $organizationId, key: said.subject})
    MERGE (o:KnowledgeEntity {organization_id: $organizationId, key: said.object})
    MERGE (s)-[r:SAYS {organization_id: $organizationId, collection_id: $collectionId, number: toInteger(said.number), relation: said.relation}]->(o)
    ON CREATE SET r.quote = said.quote, r.confidence = said.confidence, r.via = said.via, r.model = said.model`,
  /** Some passages of a collection, when all of them are to be forgotten. */
  somePassages: `
    MATCH (p:KnowledgePassage)
    WHERE p.organization_id = $organizationId AND p.collection_id = $collectionId AND p.number >= 0
    RETURN p.number AS number LIMIT toInteger($limit)`,
  dropRelations: `
    MATCH (s:KnowledgeEntity)-[r:SAYS]->(o:KnowledgeEntity)
    WHERE r.organization_id = $organizationId AND r.collection_id = $collectionId AND r.number IN $numbers
    WITH r, [s.key, o.key] AS ends DELETE r
    WITH ends UNWIND ends AS key RETURN DISTINCT key`,
  dropPassages: `
    MATCH (p:KnowledgePassage)
    WHERE p.organization_id = $organizationId AND p.collection_id = $collectionId AND p.number IN $numbers
    OPTIONAL MATCH (p)-[:MENTIONS]->(e:KnowledgeEntity)
    WITH p, e.key AS key DETACH DELETE p
    WITH key WHERE key IS NOT NULL RETURN DISTINCT key`,
  /** A thing that no passage speaks of any longer. */
  dropUnspoken: `
    MATCH (e:KnowledgeEntity) WHERE e.organization_id = $organizationId AND e.key IN $keys AND NOT (e)--()
    DELETE e`,
  erasePassages: `
    MATCH (p:KnowledgePassage) WHERE p.organization_id = $organizationId
    WITH p LIMIT toInteger($limit) DETACH DELETE p`,
  eraseEntities: `
    MATCH (e:KnowledgeEntity) WHERE e.organization_id = $organizationId
    WITH e LIMIT toInteger($limit) DETACH DELETE e`,
} as const;

export type Statement = keyof typeof STATEMENTS;
