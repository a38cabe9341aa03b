import { Checkbox } from '#kit/web/checkbox.tsx';

/** While customers are chosen, a row is a box to tick, and leads nowhere. */
export function Choose({ name, isChosen, onChange }: { name: string; isChosen: boolean; onChange: (isChosen: boolean) => void }) {
  return (
    <Checkbox isSelected={isChosen} onChange={onChange}>
      <bdi>{name}</bdi>
    </Checkbox>
  );
}
