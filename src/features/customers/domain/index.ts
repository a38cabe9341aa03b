export {
  dayMeant,
  operatorsOf,
  readConditions,
  standsAlone,
  writeConditions,
  type Condition,
  type Field,
  type FieldKind,
  type Operator,
} from './conditions.ts';
export { recordFields, rowFields } from './fields.ts';
export {
  chosenOf,
  exportedColumns,
  legsOf,
  readOrder,
  readPlace,
  riskBands,
  stages,
  writePlace,
  type CustomerSort,
  type ExportedColumn,
  type Leg,
  type Order,
  type Place,
  type Turn,
} from './list.ts';
