export type TicksProps<Id extends string> = {
  readonly choices: readonly { readonly id: Id; readonly text: string; readonly isFixed?: boolean }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
};
