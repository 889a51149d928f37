package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/hcl/v2/hcldec"
	"github.com/zclconf/go-cty/cty"
)

//go:embed arguments.json
var table []byte

// facts are the builder's arguments as its documentation names them.
type facts struct {
	Plugin    string
	Arguments map[string]argument
}

// argument is a value, or a block with arguments of its own.
type argument struct {
	Type      string
	Values    []string
	Arguments map[string]argument
}

var types = map[string]cty.Type{
	"string":       cty.String,
	"duration":     cty.String,
	"number":       cty.Number,
	"bool":         cty.Bool,
	"list(string)": cty.List(cty.String),
	"list(number)": cty.List(cty.Number),
	"map(string)":  cty.Map(cty.String),
}

func readFacts() (facts, error) {
	var read facts
	err := json.Unmarshal(table, &read)
	return read, err
}

// spec is what Packer decodes the arguments with.
func spec(arguments map[string]argument) hcldec.ObjectSpec {
	object := hcldec.ObjectSpec{}
	for name, argument := range arguments {
		switch argument.Type {
		case "block":
			object[name] = &hcldec.BlockSpec{TypeName: name, Nested: spec(argument.Arguments)}
		case "blocks":
			object[name] = &hcldec.BlockListSpec{TypeName: name, Nested: spec(argument.Arguments)}
		default:
			object[name] = &hcldec.AttrSpec{Name: name, Type: types[argument.Type]}
		}
	}
	return object
}

// faults are the values that a type alone does not refuse.
func faults(path string, arguments map[string]argument, value cty.Value) []string {
	var found []string
	for name, argument := range arguments {
		given := value.GetAttr(name)
		switch {
		case given.IsNull():
		case argument.Type == "block":
			found = append(found, faults(path+name+".", argument.Arguments, given)...)
		case argument.Type == "blocks":
			for _, block := range given.AsValueSlice() {
				found = append(found, faults(path+name+".", argument.Arguments, block)...)
			}
		case argument.Type == "duration" && !isDuration(given.AsString()):
			found = append(found, fmt.Sprintf("%s%s: %q is no duration such as 90m", path, name, given.AsString()))
		case len(argument.Values) > 0 && !slices.Contains(argument.Values, given.AsString()):
			found = append(found, fmt.Sprintf("%s%s: %q is none of %s",
				path, name, given.AsString(), strings.Join(argument.Values, ", ")))
		}
	}
	slices.Sort(found)
	return found
}

func isDuration(text string) bool {
	_, err := time.ParseDuration(text)
	return err == nil
}
