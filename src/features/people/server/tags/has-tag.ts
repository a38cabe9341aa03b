/** Whether the customer of the row `s` has a tag, as SQL for statements of features above; `tag` is SQL, too. */
export function hasTag(tag: string): string {
  return `exists (select from customer_tag t where t.workspace_id = s.workspace_id and t.customer_id = s.customer_id and t.tag_id = ${tag})`;
}
