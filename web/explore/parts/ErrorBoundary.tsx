import { Component, type ReactNode } from 'react';
import { Notice } from './Notice.tsx';

interface Props {
  /** Where the view is: with another address it is tried again. */
  of: string;
  children: ReactNode;
}

interface State {
  error: Error | null;
  /** The address at which it failed. */
  of: string;
}

/** Around a view: if drawing it fails, says so in its place and how to go on. What stands outside, such as the search, stays. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, of: this.props.of };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): Partial<State> | null {
    return of === state.of ? null : { error: null, of };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <>
        <h1>This page could not be shown</h1>
        <Notice kind="problem">
          <p>
            It stopped at a fault of its own: {error.message}. What was recorded is recorded, and what you typed into
            the form is still in this tab.
          </p>
          <button type="button" onClick={() => this.setState({ error: null })}>
            Try again
          </button>
        </Notice>
        <p>
          If it fails again, load the page anew, or go on to <a href="/explore">the first page</a>.
        </p>
      </>
    );
  }
}
