/** A fault in our own code must never leave a blank page: this says so and offers a way on. */
import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Called before the screen is tried again. */
  readonly onReset: () => void;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly failed: boolean;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { error } = this.state;
    return (
      <main id="content" className="page narrow failure">
        <h1 tabIndex={-1}>Something broke in Wheelscope</h1>
        <p>This is our mistake, not a fault of your file. Nothing has left your device.</p>
        <p>
          <button
            type="button"
            className="button"
            onClick={() => {
              this.props.onReset();
              this.setState({ error: null, failed: false });
            }}
          >
            Start again
          </button>
        </p>
        <details>
          <summary>Details</summary>
          <pre>{error instanceof Error ? `${error.name}: ${error.message}` : String(error)}</pre>
        </details>
      </main>
    );
  }
}
