import { Badge, type Tone } from '#kit/web/badge.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import type { Row } from './customers.ts';

const TONES: Readonly<Record<Row['risk'], Tone>> = { calm: 'plain', watch: 'amber', 'at-risk': 'red', lost: 'plain' };

/** How far a customer has fallen silent. Calm is nothing to look at; those who are gone are past hurrying. */
export function RiskBadge({ risk }: { risk: Row['risk'] }) {
  const say = useMessages();
  const text = say(`customers.risk.${risk}`);
  return risk === 'calm' ? <span className="text-sm text-ink-faint">{text}</span> : <Badge tone={TONES[risk]}>{text}</Badge>;
}
