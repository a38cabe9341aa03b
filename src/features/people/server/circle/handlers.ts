import { viewOf } from '#features/workspace/server/index.ts';
import { fail } from '#kit/domain/result.ts';
import { handle, type Handler } from '#kit/server/http/index.ts';
import { circleApi } from '../../api/circle.ts';
import { linkKinds } from '../../domain/index.ts';
import { createCustomer, requireCustomer } from '../actions.ts';
import { endLink, linkPeople, restoreLink } from './actions.ts';
import { readCircle } from './readings.ts';

const kinds = [...linkKinds, 'works_at'] as const;

export const circleHandlers: readonly Handler[] = [
  handle(circleApi.read, async ({ tx, now, services, params, query }) => {
    await requireCustomer(tx, params.customer);
    const { people, links, isCut } = await readCircle(tx, params.customer, await viewOf(tx, services.summary, now, query.asOf));
    return {
      people: [...people],
      links: links.map((link) => ({ ...link, kind: kinds.find((kind) => kind === link.kind) ?? 'friend' })),
      isCut,
    };
  }),
  handle(circleApi.link, async ({ tx, now, who, params, body }) => {
    const { customer } = params;
    await requireCustomer(tx, customer);
    const newcomer = () => createCustomer(tx, now, who.colleague, { kind: 'person', name: body.name, contactOnly: true });
    const other = body.customerId ?? (await newcomer());
    const [from, to] = body.isReferrer === true ? [other, customer] : [customer, other];
    const told = { from, to, kind: body.kind, note: body.note };
    const [id] = await linkPeople(tx, [{ now, colleague: who.colleague, told }]);
    if (id === undefined) throw fail('circle_link.not_found');
    return { id };
  }),
  handle(circleApi.end, async ({ tx, now, who, params }) => await endLink(tx, now, who.colleague, params.link)),
  handle(circleApi.restore, async ({ tx, now, who, params }) => await restoreLink(tx, now, who.colleague, params.link)),
];
