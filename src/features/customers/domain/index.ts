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
