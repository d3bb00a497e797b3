/** Who may see what: signing in comes first, then the workspace, then the frame with the screen. */
import { useEffect } from "react";
import { RouterProvider as LinkProvider } from "react-aria-components";
import { type NavigateOptions, useHref, useNavigate } from "react-router";
import { useSession } from "~/api/session";
import { ProblemState } from "~/ui/ProblemState";
import { WorkspaceName } from "~/ui/screenTitle";
import { Toasts } from "~/ui/Toasts";
import { Frame } from "./Frame";
import { Opening } from "./Opening";
import { SignedOut } from "./SignedOut";
import { useSigningIn } from "./signIn";
import { useWorkspaceAsk, Workspace } from "./workspace";

declare module "react-aria-components" {
  interface RouterConfig {
    routerOptions: NavigateOptions;
  }
}

export function Root() {
  const navigate = useNavigate();
  return (
    <LinkProvider navigate={navigate} useHref={useHref}>
      <SignedIn />
      <Toasts />
    </LinkProvider>
  );
}

function SignedIn() {
  const session = useSession();
  const { problem, retry } = useSigningIn();
  if (problem) return <Alone>{<ProblemState problem={problem} retry={retry} />}</Alone>;
  if (session.state === "unknown") return <Opening />;
  if (session.state === "signed_out") return <SignedOut wrongSecret={session.wrongSecret} />;
  return <Inside />;
}

function Inside() {
  const ask = useWorkspaceAsk();
  useEffect(() => {
    if (ask.problem?.status === 503) ask.refetch();
  }, [ask.problem, ask.refetch]);
  if (ask.data)
    return (
      <Workspace.Provider value={ask.data}>
        <WorkspaceName.Provider value={ask.data.name}>
          <Frame />
        </WorkspaceName.Provider>
      </Workspace.Provider>
    );
  if (ask.problem) return <Alone>{<ProblemState problem={ask.problem} retry={ask.refetch} />}</Alone>;
  return ask.waiting ? <Alone>{<ProblemState problem={ask.waiting} />}</Alone> : <Opening />;
}

function Alone({ children }: { children: React.ReactNode }) {
  return <main className="app-alone">{children}</main>;
}
