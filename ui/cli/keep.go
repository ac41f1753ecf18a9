package cli

import (
	"fmt"

	"candid/model"
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
			fmt.Fprintf(c.out, "whole: %s, %s, %s, %s, %s\n", text.Count(report.Roles, "role"), text.Count(report.Candidates, "candidate"),
				text.Count(report.Reviews, "review"), text.Count(report.Documents, "document"), text.Count(report.Changes, "change"))
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
