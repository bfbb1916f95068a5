import type { Neo4jGraph } from '@tokenholic/knowledge/neo4j';
import type { Configuration } from './configuration.ts';

/** Where the graph lies when not in the database; the client is loaded only then. */
export async function openGraph({ neo4j }: Pick<Configuration, 'neo4j'>): Promise<Neo4jGraph | null> {
  if (neo4j === null) return null;
  const { createNeo4jGraph } = await import('@tokenholic/knowledge/neo4j');
  return createNeo4jGraph(neo4j);
}
