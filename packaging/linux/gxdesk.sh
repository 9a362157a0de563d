#!/bin/sh
# Settings that other programs leave for their own Qt would break ours. -I: no Python settings either.
unset QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH QT_STYLE_OVERRIDE
exec /opt/gxdesk/python/bin/python3 -I -B -X utf8 -m gxdesk "$@"
