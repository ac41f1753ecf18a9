package cli

import (
	"fmt"

	"candid/model"
	"candid/store"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

func (c *command) backup() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FOLDER",
		Short: "Copy the store, also while it is in use",
		Long:  "Copies the store and the originals into FOLDER, which must not exist yet. Everything goes on meanwhile.",
		Args:  exactly("FOLDER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := c.open(false)
			if err != nil {
				return err
			}
			if err := s.Backup(cmd.Context(), args[0]); err != nil {
				return err
			}
			fmt.Fprintln(c.out, args[0])
			return nil
		},
	}
}

func (c *command) restore() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "restore FOLDER",
		Short: "Get a backup back",
		Long: `Puts the backup in FOLDER in the place of the store. The copy is checked first as candid check does; one that is not whole
changes nothing. A store that is there already is left alone, unless --replace is given: then it is kept beside, under a name
that says when, and whoever was erased from it is erased from the backup's copy too.`,
		Args: exactly("FOLDER"),
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := c.storePath()
			if err != nil {
				return err
			}
			replace, _ := cmd.Flags().GetBool("replace")
			did, err := store.Restore(cmd.Context(), args[0], path, replace, c.storeOptions())
			if err != nil {
				return err
			}
			if did.Kept != "" {
				fmt.Fprintln(c.errs, "candid: the store that was there is "+text.Drawable(did.Kept))
			}
			if did.Erased > 0 {
				fmt.Fprintf(c.errs, "candid: erased again: %s, erased since the backup was made\n", text.Count(did.Erased, "candidate"))
			}
			if did.Unread != nil {
				fmt.Fprintln(c.errs, "candid: who was erased since the backup was made cannot be read from that store, and is in this one again: "+text.Drawable(did.Unread.Error()))
			}
			fmt.Fprintln(c.out, counted(did.Report))
			return nil
		},
	}
	cmd.Flags().Bool("replace", false, "also where there is a store, which is kept beside")
	return cmd
}

// counted is what a store that is whole holds.
func counted(r store.Report) string {
	return fmt.Sprintf("whole: %s, %s, %s, %s, %s", text.Count(r.Roles, "role"), text.Count(r.Candidates, "candidate"),
		text.Count(r.Reviews, "review"), text.Count(r.Documents, "document"), text.Count(r.Changes, "change"))
}

func (c *command) check() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Prove the store whole: every record, every original",
		Args:  none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := c.open(false)
			if err != nil {
				return err
			}
			report, err := s.Check(cmd.Context())
			if err != nil {
				return err
			}
			for _, f := range report.Findings {
				fmt.Fprintln(c.out, text.Drawable(fmt.Sprint(f)))
			}
			if n := len(report.Findings); n > 0 {
				return &model.Problem{Kind: model.Damaged, Subject: s.Path(), What: text.Count(n, "thing") + " not whole",
					Next: "copy the folder before anything else; a backup that checks whole can take its place"}
			}
			fmt.Fprintln(c.out, counted(report))
			return nil
		},
	}
	return cmd
}

func (c *command) erase() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "erase CANDIDATE",
		Short: "Forget a person: every record and every document",
		Long: `Deletes all that is kept of a candidate and overwrites the bytes in the store's files. What stays is a mark that
somebody was erased, without personal data. It cannot be undone, and it does not reach copies made elsewhere: snapshots,
backups of the system, blocks that a solid-state disk keeps back. CANDIDATE is a name, an alias or the beginning of the id.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misuse(cmd, "takes one CANDIDATE")
			}
			s, viewer, role, err := c.openRole()
			if err != nil {
				return err
			}
			cards, err := s.Cards(role.ID)
			if err != nil {
				return err
			}
			who, err := findCandidate(cards, words(args))
			if err != nil {
				return err
			}
			if yes, _ := cmd.Flags().GetBool("yes"); !yes {
				return &model.Problem{Kind: model.Misused, Subject: who.Name, What: "would be erased for good", Next: "--yes does it"}
			}
			if err := s.Erase(cmd.Context(), who.ID, viewer.ID); err != nil {
				return err
			}
			fmt.Fprintf(c.out, "erased %s\n", who.ID.Random()[:8])
			return nil
		},
	}
	cmd.Flags().Bool("yes", false, "do it")
	return cmd
}
