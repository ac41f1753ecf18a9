package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"candid/model"
	"candid/ui/config"
	"candid/ui/text"

	"github.com/spf13/cobra"
)

// noConfig is the word that stands for no config file.
const noConfig = "none"

// configLong is the longest that a config file may be, in bytes.
const configLong = 1 << 20

func configFlag(cmd *cobra.Command) {
	cmd.Flags().String("config", "", "the config `file`, or none (default: the platform's config folder; CANDID_CONFIG)")
}

// configPath is the config file: by --config, by CANDID_CONFIG, else that of the platform; "" for none, or where there is no home.
// named is whether somebody said so.
func configPath(cmd *cobra.Command) (path string, named bool) {
	if path, _ = cmd.Flags().GetString("config"); path == "" {
		path = os.Getenv("CANDID_CONFIG")
	}
	switch path {
	case noConfig:
		return "", true
	case "":
		folder, err := os.UserConfigDir()
		if err != nil {
			return "", false
		}
		return filepath.Join(folder, "candid", "config.toml"), false
	}
	return path, true
}

// readConfig reads the config file, and says what is wrong with it; no file is as good as one that says nothing, unless it was named.
func readConfig(cmd *cobra.Command) (c config.Config, path string, mistakes []config.Mistake, err error) {
	path, named := configPath(cmd)
	if path == "" {
		return config.Default(), "", nil, nil
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return config.Default(), "", nil, nil
	}
	wrong := func(what string, err error) error {
		return &model.Problem{Kind: model.Misused, Subject: path, What: what, Err: err, Next: withoutConfig}
	}
	if err != nil {
		return config.Default(), path, nil, wrong("cannot be read", err)
	}
	defer f.Close()
	said, err := io.ReadAll(io.LimitReader(f, configLong+1))
	switch {
	case err != nil:
		return config.Default(), path, nil, wrong("cannot be read", err)
	case len(said) > configLong:
		return config.Default(), path, nil, wrong("is too long for a config file", nil)
	}
	c, mistakes = config.Read(said)
	return c, path, mistakes, nil
}

// withoutConfig is the way to start all the same.
const withoutConfig = "candid --config " + noConfig + " starts without it"

// configured is the config file for the app. One with mistakes is none: all of them are told.
func (c *command) configured(cmd *cobra.Command) (config.Config, error) {
	said, path, mistakes, err := readConfig(cmd)
	if err != nil {
		return said, err
	}
	wrong := 0
	for _, m := range mistakes {
		if !m.Harmless {
			wrong++
			fmt.Fprintln(c.errs, "candid: "+told(path, m))
		}
	}
	if wrong > 0 {
		return said, &model.Problem{Kind: model.Misused, Subject: path, What: "has " + text.Count(wrong, "mistake"), Next: withoutConfig}
	}
	return said, nil
}

// told is a mistake with its place, as compilers tell theirs.
func told(path string, m config.Mistake) string {
	return text.Drawable(fmt.Sprintf("%s:%d:%d: %s", path, m.Line, m.Column, m.What))
}

func (c *command) config() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Write the config file: keys, theme, columns, days, all of it commented",
		Long: `Writes the config file to begin with, every setting in it with what it is and what holds without it, and prints where it is.
One that is there already is left alone.`,
		Args: alone,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if print, _ := cmd.Flags().GetBool("print"); print {
				_, err := io.WriteString(c.out, config.Text())
				return err
			}
			path, err := writablePath(cmd)
			if err != nil {
				return err
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				return &model.Problem{Kind: model.Failed, Subject: filepath.Dir(path), What: "cannot be made", Err: err}
			}
			err = newFile(path, func(w io.Writer) error {
				_, err := io.WriteString(w, config.Text())
				return err
			})
			if err == nil {
				fmt.Fprintln(c.out, path)
			}
			return err
		},
	}
	cmd.Flags().Bool("print", false, "print it and write nothing")
	configFlag(cmd)
	cmd.AddCommand(c.configPath(), c.configCheck())
	return cmd
}

// alone is for a command that does something by itself and holds others too.
func alone(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return below(cmd, args)
	}
	return nil
}

// writablePath is the config file, or why there is none.
func writablePath(cmd *cobra.Command) (string, error) {
	path, _ := configPath(cmd)
	if path == "" {
		return "", &model.Problem{Kind: model.Misused, Subject: cmd.CommandPath(), What: "there is no config file", Next: "name one with --config FILE"}
	}
	return path, nil
}

func (c *command) configPath() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "path",
		Short: "Print where the config file is, or would be",
		Args:  none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := writablePath(cmd)
			if err == nil {
				fmt.Fprintln(c.out, path)
			}
			return err
		},
	}
	configFlag(cmd)
	return cmd
}

func (c *command) configCheck() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Say what is wrong with the config file, each mistake with its line",
		Long: `Prints what is wrong with the config file, FILE:LINE:COLUMN: and the mistake. Where colours of your own are hard to read, that
is printed too; they hold all the same.`,
		Args: none,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, path, mistakes, err := readConfig(cmd)
			switch {
			case err != nil:
				return err
			case path == "":
				fmt.Fprintln(c.errs, "candid: there is no config file: candid config writes one")
				return nil
			}
			wrong := 0
			for _, m := range mistakes {
				if !m.Harmless {
					wrong++
				}
				fmt.Fprintln(c.out, told(path, m))
			}
			if wrong > 0 {
				return &model.Problem{Kind: model.Failed, Subject: path, What: "has " + text.Count(wrong, "mistake")}
			}
			if len(mistakes) > 0 {
				fmt.Fprintln(c.errs, "candid: "+text.Drawable(path)+" holds as it is")
				return nil
			}
			fmt.Fprintln(c.errs, "candid: "+text.Drawable(path)+" is as it should be")
			return nil
		},
	}
	configFlag(cmd)
	return cmd
}
