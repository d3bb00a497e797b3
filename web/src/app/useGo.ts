/** Going to another screen with the selection in the hand. */
import { useCallback } from "react";
import { useLocation, useNavigate } from "react-router";
import { screenAt } from "~/selection/drill";
import { selectionOf } from "~/selection/selection";

/** `to("/map")` gives the address of the map under the present selection. */
export function useAddress(): (path: string) => string {
  const { search } = useLocation();
  return useCallback((path: string) => screenAt(path, selectionOf(new URLSearchParams(search))), [search]);
}

export function useGo(): (path: string) => void {
  const navigate = useNavigate();
  const address = useAddress();
  return useCallback((path: string) => void navigate(address(path)), [navigate, address]);
}
