import { useQuery } from '@tanstack/react-query';
import { Badge } from '#kit/web/badge.tsx';
import type { PageProps } from '#kit/web/feature-page.ts';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { DownloadLink } from '#kit/web/link.tsx';
import { Page, Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { problemOf } from '#kit/web/problem.ts';
import { SearchField } from '#kit/web/search-field.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { curlOf, lookFor, operationsOf, type Described, type Description } from './description.ts';
import type { ReferenceSearch } from './reference-search.ts';
import { lineOf, shapeOf } from './shape.ts';

const address = '/api/openapi.json';

async function read({ signal }: { signal: AbortSignal }): Promise<Description> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Description;
}

/** Every operation of the interface as the server describes it, to read and to search. */
export function ReferencePage({ search, setSearch }: PageProps<ReferenceSearch>) {
  const say = useMessages();
  const found = useQuery({ queryKey: [address], queryFn: read, staleTime: Infinity });
  const typed = search.look ?? '';
  return (
    <Page
      title={say('access.api.title')}
      lede={say('access.api.lede')}
      width="narrow"
      back={{ to: '/settings/keys', text: say('access.keys.title') }}
      actions={<DownloadLink href={address}>{say('access.api.document')}</DownloadLink>}
    >
      <SearchField
        label={say('access.api.search')}
        value={typed}
        onChange={(look) => setSearch({ look: look === '' ? undefined : look }, { replace: true })}
      />
      {found.isPending && <Skeleton lines={8} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Reference description={found.data} typed={typed} />}
    </Page>
  );
}

function Reference({ description, typed }: { description: Description; typed: string }) {
  const say = useMessages();
  const operations = lookFor(
    operationsOf(description),
    typed,
    ({ method, path, summary, right }) => `${method} ${path} ${summary} ${right ?? ''}`,
  );
  const problems = lookFor(description['x-tend-problems'], typed, ({ code, status, detail }) => `${code} ${status} ${detail}`);
  const tags = [...new Set(operations.map(({ tag }) => tag))].toSorted();
  return (
    <>
      <p className="text-sm text-ink-soft" role="status">
        {say('access.api.count', { operations: operations.length, problems: problems.length })}
      </p>
      {tags.map((tag) => (
        <Section key={tag} title={tag}>
          <ul className="flex flex-col divide-y divide-line border-y border-line">
            {operations
              .filter((one) => one.tag === tag)
              .map((operation) => (
                <li key={operation.id}>
                  <OperationLine operation={operation} />
                </li>
              ))}
          </ul>
        </Section>
      ))}
      {problems.length > 0 && (
        <Section title={say('access.api.problems')} lede={say('access.api.problems.lede')}>
          <details>
            <summary className="min-h-11 cursor-pointer py-2 text-ink-soft hover:text-accent">
              {say('access.api.problems.show', { count: problems.length })}
            </summary>
            <dl className="flex flex-col divide-y divide-line text-sm" dir="ltr">
              {problems.map(({ code, status, detail }) => (
                <div key={code} className="grid gap-x-4 py-2 sm:grid-cols-[18rem_3rem_minmax(0,1fr)]">
                  <dt className="font-mono text-xs break-all">{code}</dt>
                  <dd>{status}</dd>
                  <dd className="break-words text-ink-soft">{detail}</dd>
                </div>
              ))}
            </dl>
          </details>
        </Section>
      )}
    </>
  );
}

function OperationLine({ operation }: { operation: Described }) {
  const say = useMessages();
  const { method, path, summary, right, parameters, body, answer, refusals } = operation;
  return (
    <details className="group">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 py-2 hover:text-accent" dir="ltr">
        <Badge tone={method === 'GET' ? 'plain' : 'good'}>{method}</Badge>
        <code className="text-sm break-all">{path}</code>
        <span className="w-full text-sm text-ink-soft md:w-auto">{summary}</span>
      </summary>
      <div className="flex flex-col gap-4 pb-6 ps-3" dir="ltr">
        <p className="text-sm text-ink-soft" dir="auto">
          {right === null ? say('access.api.no_right') : say('access.api.right', { right })}
        </p>
        {parameters.length > 0 && (
          <div>
            <h3 className="text-sm font-medium">{say('access.api.parameters')}</h3>
            <ul className="text-sm">
              {parameters.map(({ name, in: where, required, description, schema }) => (
                <li key={`${where} ${name}`} className="break-words">
                  <code>{name}</code>
                  <span className="text-ink-soft">
                    {' '}
                    {where}
                    {required ? ', required' : ''}: {lineOf(schema)}
                    {description === undefined ? '' : `. ${description}`}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {body && <Code title={say('access.api.body')} text={body.type === 'application/json' ? shapeOf(body.schema) : body.type} />}
        <Code
          title={say('access.api.answer', { status: answer.status })}
          text={
            answer.schema ? shapeOf(answer.schema) : say(answer.status === '204' ? 'access.api.answer.nothing' : 'access.api.answer.file')
          }
        />
        {answer.example !== undefined && <Code title={say('access.api.example')} text={JSON.stringify(answer.example, null, 2)} />}
        <div>
          <h3 className="text-sm font-medium">{say('access.api.refusals')}</h3>
          <ul className="text-sm text-ink-soft">
            {refusals.map((one) => (
              <li key={one.status}>
                {one.status}: {one.description}
              </li>
            ))}
          </ul>
        </div>
        <Code title={say('access.keys.try')} text={curlOf(operation, location.origin)} />
      </div>
    </details>
  );
}

function Code({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className="text-sm font-medium">{title}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and has to by keyboard */}
      <pre tabIndex={0} aria-label={title} className="max-h-96 overflow-auto rounded-lg bg-wash p-3 text-xs leading-5">
        <code>{text}</code>
      </pre>
    </div>
  );
}
