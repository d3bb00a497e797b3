/** The corner where messages appear; put once into the frame. */
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { words } from "~/words";
import type { Tone } from "./Badge";
import { Button, IconButton } from "./Button";
import { Icon, type IconName } from "./Icon";
import { type Notice, notices } from "./notify";
import "./Toasts.css";

const ICONS: Record<Tone, IconName> = { neutral: "info", info: "info", good: "good", warn: "warning", bad: "error" };

export function Toasts() {
  return (
    <ToastRegion queue={notices} aria-label={words.ui.messages} className="c-toasts">
      {({ toast }) => <Message notice={toast.content} toast={toast} />}
    </ToastRegion>
  );
}

function Message({ notice, toast }: { notice: Notice; toast: Parameters<typeof Toast<Notice>>[0]["toast"] }) {
  const tone = notice.tone ?? "neutral";
  const close = () => notices.close(toast.key);
  return (
    <Toast toast={toast} className={`c-toast c-toast-${tone}`}>
      <Icon name={ICONS[tone]} size={18} />
      <ToastContent className="c-toast-words">
        <Text slot="title">{notice.text}</Text>
      </ToastContent>
      {notice.undo && (
        <Button
          kind="quiet"
          size="small"
          icon="undo"
          onPress={() => {
            notice.undo?.();
            close();
          }}
        >
          {words.ui.undo}
        </Button>
      )}
      {notice.action && (
        <Button
          kind="quiet"
          size="small"
          onPress={() => {
            notice.action?.onPress();
            close();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <IconButton label={words.ui.dismiss} icon="close" size="small" onPress={close} />
    </Toast>
  );
}

export { notify } from "./notify";
