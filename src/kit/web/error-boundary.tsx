import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { ButtonLink } from './link.tsx';
import { EmptyState } from './empty-state.tsx';
import { WarningIcon } from './icons.tsx';
import { useMessages } from './i18n/language.tsx';
import { problemText } from './problem-notice.tsx';
import { Problem } from './problem.ts';

/** Keeps a part that broke from taking the page with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    if (import.meta.env.DEV) console.error(error, info.componentStack);
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Broken error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}

/** A page that the reader has no right to, with who has. */
export function Refused({ reason }: { reason: string }) {
  const say = useMessages();
  return (
    <EmptyState
      icon={WarningIcon}
      title={say('kit.problem.refused.title')}
      actions={<ButtonLink to="/">{say('kit.problem.home')}</ButtonLink>}
    >
      {reason}
    </EmptyState>
  );
}

/** A page that could not be shown: what happened, another try, and a way out. */
export function Broken({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useMessages();
  const isMissing = error instanceof Problem && error.status === 404;
  return (
    <EmptyState
      icon={WarningIcon}
      title={say(isMissing ? 'kit.problem.missing.title' : 'kit.problem.broken.title')}
      actions={
        <>
          {!isMissing && onRetry && (
            <Button look="main" onPress={onRetry}>
              {say('kit.retry')}
            </Button>
          )}
          <ButtonLink to="/">{say('kit.problem.home')}</ButtonLink>
        </>
      }
    >
      {isMissing ? say('kit.problem.missing.text') : problemText(say, error)}
    </EmptyState>
  );
}
