/** A place to drop files or folders on; a button does the same for those who don't drag. */
import type { ReactNode } from "react";
import {
  DropZone as AriaDropZone,
  type DropItem,
  FileTrigger,
  isDirectoryDropItem,
  isFileDropItem,
  Text,
} from "react-aria-components";
import { words } from "~/words";
import { Button } from "./Button";
import { Icon } from "./Icon";
import "./DropZone.css";

export interface DropZoneProps {
  label: string;
  /** The files, with their path inside a dropped folder in `webkitRelativePath` where the browser knows it. */
  onFiles: (files: File[]) => void;
  description?: ReactNode;
  /** File endings such as ".csv". */
  accept?: readonly string[];
  /** Also offer a button to choose a folder. */
  folders?: boolean;
  isDisabled?: boolean;
}

export function DropZone({ label, onFiles, description, accept, folders = false, isDisabled = false }: DropZoneProps) {
  const choose = (chosen: FileList | null) => {
    if (chosen && chosen.length > 0) onFiles([...chosen]);
  };
  return (
    <AriaDropZone
      className="c-drop"
      isDisabled={isDisabled}
      onDrop={async (event) => {
        const files = await filesOf(event.items);
        if (files.length > 0) onFiles(files);
      }}
    >
      {({ isDropTarget }) => (
        <>
          <Icon name="upload" size={28} />
          <Text slot="label" className="c-drop-label">
            {isDropTarget ? words.ui.drop.now : label}
          </Text>
          {description && <div className="c-drop-description">{description}</div>}
          <div className="c-drop-actions">
            <FileTrigger allowsMultiple onSelect={choose} {...(accept ? { acceptedFileTypes: accept } : {})}>
              <Button icon="file" isDisabled={isDisabled}>
                {words.ui.drop.choose}
              </Button>
            </FileTrigger>
            {folders && (
              <FileTrigger acceptDirectory allowsMultiple onSelect={choose}>
                <Button icon="folder" isDisabled={isDisabled}>
                  {words.ui.drop.folder}
                </Button>
              </FileTrigger>
            )}
          </div>
        </>
      )}
    </AriaDropZone>
  );
}

const MOST_FILES = 2_000;

/** Every file among what was dropped, folders opened. */
async function filesOf(items: Iterable<DropItem> | AsyncIterable<DropItem>, folder = ""): Promise<File[]> {
  const files: File[] = [];
  for await (const item of items as AsyncIterable<DropItem>) {
    if (files.length >= MOST_FILES) break;
    if (isFileDropItem(item)) files.push(within(folder, await item.getFile()));
    else if (isDirectoryDropItem(item)) files.push(...(await filesOf(item.getEntries(), `${folder}${item.name}/`)));
  }
  return files;
}

/** The file with its path inside the dropped folder, as a chosen folder's files have it. */
function within(folder: string, file: File): File {
  if (folder) Object.defineProperty(file, "webkitRelativePath", { value: `${folder}${file.name}` });
  return file;
}
