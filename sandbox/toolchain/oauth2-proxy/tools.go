//go:build tools

// Package tools names what this module builds, so that `go mod tidy` keeps its requirements.
package tools

import _ "github.com/oauth2-proxy/oauth2-proxy/v7"
