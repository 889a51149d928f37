package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2/hcldec"
	"github.com/hashicorp/packer-plugin-sdk/packer"
	"github.com/zclconf/go-cty/cty"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// builder judges its arguments and builds nothing.
type builder struct {
	arguments map[string]argument
	seen      string
}

func (b *builder) ConfigSpec() hcldec.ObjectSpec {
	return spec(b.arguments)
}

// Prepare gets from Packer what it knows of the build and, as the only value of HCL's own, the arguments.
func (b *builder) Prepare(values ...any) ([]string, []string, error) {
	for _, value := range values {
		if arguments, ok := value.(cty.Value); ok {
			return nil, nil, b.judge(arguments)
		}
	}
	return nil, nil, errors.New("Packer gave no arguments")
}

func (b *builder) judge(arguments cty.Value) error {
	if found := faults("", b.arguments, arguments); len(found) > 0 {
		return errors.New(strings.Join(found, "\n"))
	}
	destination := arguments.GetAttr("shared_image_gallery_destination")
	if destination.IsNull() {
		return errors.New("shared_image_gallery_destination: a machine with Trusted Launch is published into a gallery only")
	}
	if b.seen == "" {
		return nil
	}
	content, err := ctyjson.Marshal(arguments, arguments.Type())
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(b.seen, destination.GetAttr("image_name").AsString()+".json"), content, 0o644)
}

func (b *builder) Run(context.Context, packer.Ui, packer.Hook) (packer.Artifact, error) {
	return nil, errors.New("this stands in for the plugin for Azure and builds nothing")
}
