import { FileButton } from '#kit/web/file-button.tsx';
import { IconButton } from '#kit/web/button.tsx';
import { useFormats, useMessages } from '#kit/web/i18n/language.tsx';
import { CloseIcon, FileIcon } from '#kit/web/icons.tsx';
import { DownloadLink } from '#kit/web/link.tsx';
import { Section } from '#kit/web/page.tsx';
import { ProblemNotice } from '#kit/web/problem-notice.tsx';
import { ProgressBar } from '#kit/web/progress.tsx';
import { Skeleton } from '#kit/web/skeleton.tsx';
import { addressOf, useAttachments, useRemoveAttachment, type Attachment } from './attachments.ts';
import { useUpload } from './use-upload.ts';

/** The files kept with a customer. */
export function FilesSection({ customer, asOf }: { customer: string; asOf?: string | undefined }) {
  const say = useMessages();
  const isPast = asOf !== undefined;
  const found = useAttachments(customer, asOf);
  const { underWay, send, cancel } = useUpload(customer);
  const files = found.data?.attachments.filter(({ purpose }) => purpose === 'file') ?? [];
  return (
    <Section
      title={say('people.files')}
      {...(isPast || !found.data ? {} : { lede: say('people.files.hint', { megabytes: found.data.largestMegabytes }) })}
      actions={
        !isPast && (
          <FileButton onFiles={(chosen) => void send(chosen, 'file')} isMany>
            {say('people.files.add')}
          </FileButton>
        )
      }
    >
      {underWay && <ProgressBar label={say('people.files.adding', { name: underWay.name })} share={underWay.share} onCancel={cancel} />}
      {found.isError && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={1} />}
      {found.isSuccess && files.length === 0 && !underWay && <p className="text-ink-soft">{say('people.files.none')}</p>}
      {files.length > 0 && (
        <ul className="flex flex-col divide-y divide-line">
          {files.map((file) => (
            <li key={file.id}>
              <FileRow file={file} isPast={isPast} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function FileRow({ file, isPast }: { file: Attachment; isPast: boolean }) {
  const say = useMessages();
  const formats = useFormats();
  const remove = useRemoveAttachment();
  return (
    <article className="flex items-center gap-3 py-1">
      <FileIcon className="text-accent" />
      <div className="min-w-0 flex-1">
        <p className="break-words">
          <DownloadLink href={addressOf(file.id)}>
            <bdi>{file.name}</bdi>
          </DownloadLink>
        </p>
        <p className="tabular flex flex-wrap text-sm text-ink-soft *:not-last:after:mx-2 *:not-last:after:content-['·']">
          <span>{sizeText(file.size, formats.number)}</span>
          <time dateTime={file.addedAt}>{formats.date(formats.dayOf(file.addedAt))}</time>
          <span>
            <bdi>{file.addedBy.name}</bdi>
          </span>
        </p>
      </div>
      {!isPast && (
        <IconButton
          needs="workWithCustomers"
          icon={CloseIcon}
          label={say('people.files.remove', { name: file.name })}
          onPress={() => void remove(file)}
        />
      )}
    </article>
  );
}

/** In the unit in which people say it. */
function sizeText(size: number, number: (value: number, style: Intl.NumberFormatOptions) => string): string {
  const [value, unit] = size < 1000 ? [size, 'byte'] : size < 1_000_000 ? [size / 1000, 'kilobyte'] : [size / 1_000_000, 'megabyte'];
  return number(value, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: value < 10 ? 1 : 0 });
}
