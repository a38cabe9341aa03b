export {
  longestName,
  mostAutomations,
  mostSteps,
  readAutomation,
  readTrigger,
  type Automation,
  type AutomationTold,
  type Parts,
  type Step,
} from './automation.ts';
export { deepest, heldBy, mostForCustomerInDay, mostInHour, type HeldWhy, type Lately } from './guard.ts';
