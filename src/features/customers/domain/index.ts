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
  legsOf,
  readOrder,
  readPlace,
  riskBands,
  stages,
  writePlace,
  type CustomerSort,
  type Leg,
  type Order,
  type Place,
  type Turn,
} from './list.ts';
