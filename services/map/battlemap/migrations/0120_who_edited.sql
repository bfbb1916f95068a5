-- Who made an edit is sealed anew when keys change; the edit itself stays as it was made.
grant update (made_by) on battlemap.edits to app_user;
