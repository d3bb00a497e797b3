/** A sheet from the right; drawn like a dialog, so it lives beside it. */
export { Drawer, type DrawerProps } from "./Dialog";
