import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { PlusIcon } from '#kit/web/icons.tsx';
import { Link } from '#kit/web/link.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice, problemText } from '#kit/web/problem-notice.tsx';
import { useRight } from '#kit/web/right.ts';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { toast } from '#kit/web/toast.tsx';
import { api, type Invitation, type Seat } from './colleagues.ts';
import { FactorRule } from './factor-rule.tsx';
import { RightsTable } from './rights-table.tsx';
import { useSignedIn } from './session.ts';

const InviteDialog = lazy(async () => ({ default: (await import('./invite-dialog.tsx')).InviteDialog }));
const RoleDialog = lazy(async () => ({ default: (await import('./role-dialog.tsx')).RoleDialog }));

/** Whom to invite again, or for whose place. */
type InHand = { readonly inviting: Partial<Pick<Seat, 'id' | 'name' | 'email' | 'role'>> } | { readonly seat: Seat };

/** Who is here and as what, who was invited, and the ways to change it. */
export function ColleaguesPage() {
  const say = useMessages();
  const { may } = useRight('manageColleagues');
  const [inHand, setInHand] = useState<InHand | null>(null);
  return (
    <Page
      title={say('access.colleagues.title')}
      lede={say('access.colleagues.lede')}
      width="narrow"
      actions={
        <Button look="main" icon={PlusIcon} needs="manageColleagues" onPress={() => setInHand({ inviting: {} })}>
          {say('access.invite')}
        </Button>
      }
    >
      {may ? <Managed onHand={setInHand} /> : <Everybody />}
      <RightsTable />
      <Suspense>
        {inHand && 'inviting' in inHand && <InviteDialog known={inHand.inviting} onClose={() => setInHand(null)} />}
        {inHand && 'seat' in inHand && <RoleDialog seat={inHand.seat} onClose={() => setInHand(null)} />}
      </Suspense>
    </Page>
  );
}

/** For those who may not change it: names and roles. */
function Everybody() {
  const say = useMessages();
  const found = useQuery(api.query('get', '/api/colleagues'));
  return (
    <ul className="flex flex-col divide-y divide-line">
      {found.isPending && <Skeleton lines={3} />}
      {found.data?.colleagues.map(({ id, name, role }) => (
        <li key={id} className="flex items-center justify-between gap-4 py-3">
          <bdi className="font-medium">{name}</bdi>
          <Badge>{say(`access.role.${role}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

function Managed({ onHand }: { onHand: (inHand: InHand) => void }) {
  const say = useMessages();
  const seats = useQuery(api.query('get', '/api/colleagues/seats'));
  const invited = useQuery(api.query('get', '/api/invitations'));
  const all = seats.data?.seats ?? [];
  const here = all.filter(({ state }) => state !== 'left');
  return (
    <>
      {seats.isPending && <Skeleton lines={4} />}
      {seats.isError && <ProblemNotice error={seats.error} onRetry={() => void seats.refetch()} />}
      <ul className="flex flex-col divide-y divide-line">
        {here.map((seat) => (
          <li key={seat.id}>
            <SeatLine seat={seat} isFactorRequired={seats.data?.requiresSecondFactor === true} onHand={onHand} />
          </li>
        ))}
      </ul>
      {seats.data && <FactorRule seats={all} isRequired={seats.data.requiresSecondFactor} />}
      {invited.data && invited.data.invitations.length > 0 && (
        <Section title={say('access.invitations')} lede={say('access.invitations.lede')}>
          <ul className="flex flex-col divide-y divide-line">
            {invited.data.invitations.map((invitation) => (
              <li key={invitation.id}>
                <InvitationLine invitation={invitation} onAgain={() => onHand({ inviting: toInviting(invitation) })} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <Link to="/settings/colleagues/care">{say('access.colleagues.care')}</Link>
        {all.length > 1 && <Link to="/settings/colleagues/leaving">{say('access.colleagues.leaving')}</Link>}
      </p>
    </>
  );
}

function SeatLine({ seat, isFactorRequired, onHand }: { seat: Seat; isFactorRequired: boolean; onHand: (inHand: InHand) => void }) {
  const say = useMessages();
  const formats = useFormats();
  const { colleague, workspace } = useSignedIn();
  const seen =
    seat.state === 'without_account'
      ? say('access.seat.without_account')
      : seat.lastSeenAt === null
        ? say('access.seat.never_seen')
        : say('access.seat.seen', { when: formats.relativeDay(formats.dayOf(seat.lastSeenAt), workspace.today) });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-3">
          <bdi className="font-medium">{seat.name}</bdi>
          {seat.id === colleague.id && <Badge tone="good">{say('access.seat.you')}</Badge>}
          {seat.secondFactor === 'none' && <Badge tone={isFactorRequired ? 'amber' : 'plain'}>{say('access.seat.no_factor')}</Badge>}
        </span>
        <span className="block text-sm break-words text-ink-soft">
          <bdi>{seat.email}</bdi> · {seen}
        </span>
      </span>
      <span className="flex items-center gap-2">
        {seat.state === 'without_account' && seat.roles.length > 0 && (
          <Button look="quiet" aria-label={say('access.invite.named', { name: seat.name })} onPress={() => onHand({ inviting: seat })}>
            {say('access.invite')}
          </Button>
        )}
        {seat.roles.length > 0 ? (
          <Button
            aria-label={`${say(`access.role.${seat.role}`)}: ${say('access.role.change_of', { name: seat.name })}`}
            onPress={() => onHand({ seat })}
          >
            {say(`access.role.${seat.role}`)}
          </Button>
        ) : (
          <Badge>{say(`access.role.${seat.role}`)}</Badge>
        )}
      </span>
    </div>
  );
}

function InvitationLine({ invitation, onAgain }: { invitation: Invitation; onAgain: () => void }) {
  const say = useMessages();
  const formats = useFormats();
  const client = useQueryClient();
  const { name, email, role, invitedBy, expiresAt, state } = invitation;

  async function revoke() {
    try {
      await api.call('delete', '/api/invitations/{invitation}', { params: { invitation: invitation.id } });
      toast({ text: say('access.invitation.taken_back', { name }) });
    } catch (error) {
      toast({ text: problemText(say, error), tone: 'bad' });
    }
    await client.invalidateQueries();
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-3">
          <bdi className="font-medium">{name}</bdi>
          <Badge tone={state === 'expired' ? 'amber' : 'plain'}>
            {state === 'expired' ? say('access.invitation.expired') : say(`access.role.${role}`)}
          </Badge>
        </span>
        <span className="block text-sm break-words text-ink-soft">
          <bdi>{email}</bdi> · {say('access.invitation.by', { name: invitedBy, until: formats.date(formats.dayOf(expiresAt)) })}
        </span>
      </span>
      <span className="flex items-center gap-2">
        <Button look="quiet" aria-label={say('access.invitation.new_link_of', { name })} onPress={onAgain}>
          {say('access.invitation.new_link')}
        </Button>
        <Button look="quiet" aria-label={say('access.invitation.take_back_of', { name })} onPress={() => void revoke()}>
          {say('access.invitation.take_back')}
        </Button>
      </span>
    </div>
  );
}

function toInviting({ name, email, role }: Invitation) {
  return { name, email, role };
}
