/** The parts every screen is made of. */
export {
  Badge,
  type BadgeProps,
  type DataState,
  isDataState,
  StateBadge,
  type StateBadgeProps,
  type Tone,
} from "./Badge";
export { Button, type ButtonProps, IconButton, type IconButtonProps, LinkButton, type LinkButtonProps } from "./Button";
export { Card, type CardProps } from "./Card";
export { Change, type ChangeProps } from "./Change";
export { classes } from "./classes";
export { amountColumn, nameColumn } from "./columns";
export { type Column, DataTable, type DataTableProps, type Sorting } from "./DataTable";
export { Dialog, type DialogProps, Drawer, type DrawerProps } from "./Dialog";
export { DropZone, type DropZoneProps } from "./DropZone";
export { asCsv, asTabs, copyText, downloadBlob, downloadText, type Plain } from "./download";
export { EmptyState, type EmptyStateProps } from "./EmptyState";
export { channelIcon, Icon, type IconName } from "./Icon";
export { KeyHint } from "./KeyHint";
export { Menu, type MenuEntry, type MenuProps } from "./Menu";
export { CountBehind, type MetricLike, MetricNumber, type MetricNumberProps } from "./MetricNumber";
export { MultiSelect, type MultiSelectProps } from "./MultiSelect";
export { Named, type NamedProps } from "./Named";
export { NumberField, type NumberFieldProps } from "./NumberField";
export { type Notice, notify } from "./notify";
export type { Option } from "./OptionList";
export { ProblemState, type ProblemStateProps } from "./ProblemState";
export { Progress, type ProgressProps } from "./Progress";
export { type RowColumn, RowList, type RowListProps } from "./RowList";
export { Screen, type ScreenProps } from "./Screen";
export { ScrollBox, type ScrollBoxProps } from "./ScrollBox";
export { SearchField, type SearchFieldProps } from "./SearchField";
export { Segments, type SegmentsProps } from "./Segments";
export { Select, type SelectProps } from "./Select";
export { Shown, type ShownProps } from "./Shown";
export { Skeleton, type SkeletonProps } from "./Skeleton";
export { Steps, type StepsProps } from "./Steps";
export { type TabItem, Tabs, type TabsProps } from "./Tabs";
export { TextArea, type TextAreaProps, TextField, type TextFieldProps } from "./TextField";
export { TextLink, type TextLinkProps } from "./TextLink";
export { Toasts } from "./Toasts";
export { Checkbox, type CheckboxProps, Switch, type SwitchProps } from "./Toggles";
export { Tooltip, type TooltipProps } from "./Tooltip";
export {
  countFile,
  type FileColumn,
  FileScope,
  fileColumns,
  intervalFile,
  inUnit,
  unitFile,
  useFileName,
} from "./tableFile";
export { visible } from "./visible";
