import type { ConditionField } from '../../shared/condition/fields.ts';

/** The list whose condition is built. */
export interface BuiltList {
  /** What may be asked of it, as it is offered. */
  readonly fields: readonly ConditionField[];
  /** What a new rule asks. */
  readonly first: ConditionField;
  /** Under this key the browser keeps the filters that are saved for it. */
  readonly filters: string;
}
