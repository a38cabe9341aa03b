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
export { deepest, heldBy, type HeldWhy, type Lately } from './guard.ts';
