import type { EntityKind, LocalizedText, RelationKind } from '@tokenholic/contracts';
import type { Entity } from '../../domain/graph/entities.ts';
import type { FoundRelation } from '../../domain/graph/relations.ts';
import type { PassagePlace } from '../vectors/vector-store.ts';

/** Who read a relation from a passage. */
export interface ReadBy {
  via: 'rules' | 'model';
  model: string | null;
}

export interface StoredReading {
  number: number;
  entities: readonly Entity[];
  relations: readonly (FoundRelation & ReadBy)[];
}

export interface CountedEntity {
  key: string;
  kind: EntityKind;
  name: LocalizedText;
  /** Passages that speak of it. */
  passages: number;
}

/** A relation as one passage says it. */
export interface StoredRelation extends PassagePlace, ReadBy {
  subject: string;
  relation: RelationKind;
  object: string;
  quote: string;
  confidence: number;
}

/** Keeps what passages say of things and how they hang together. Each side passes `graph-store.contract.ts`. */
export interface GraphStore {
  readonly kind: 'sql' | 'neo4j';
  /** Keeps what passages of a collection say, in the place of what was kept of them. */
  put(organizationId: string, collectionId: string, readings: readonly StoredReading[]): Promise<void>;
  /** Things that a passage calls by a name with this text in it, in either language; most spoken of first. */
  find(organizationIds: readonly string[], text: string, limit: number): Promise<CountedEntity[]>;
  /** These things; those nobody speaks of are left out. */
  read(organizationIds: readonly string[], keys: readonly string[]): Promise<CountedEntity[]>;
  /** Relations that any of these things is part of, surest first. */
  relationsOf(
    organizationIds: readonly string[],
    keys: readonly string[],
    limit: number,
  ): Promise<StoredRelation[]>;
  /** Forgets passages of a collection; absent numbers: all of it. */
  forget(organizationId: string, collectionId: string, numbers?: readonly number[]): Promise<void>;
  /** Erases everything of an organisation; the answer is how many mentions and relations that were. */
  erase(organizationId: string): Promise<number>;
}
