"""macOS: NSWorkspaceWillSleepNotification, and com.apple.screenIsLocked of the login window.

Written from Apple's documentation and never run by us. An object of Objective-C with one method
is registered at both centers of notifications, by the runtime's own functions.
"""

import contextlib
import ctypes
import ctypes.util
from typing import Any

from PySide6.QtCore import QObject

from directory_app.ui.away.base import Away

_SLEEPS, _LOCKED = b"NSWorkspaceWillSleepNotification", b"com.apple.screenIsLocked"
#: A method's function: the object, the method's name, the notification.
_METHOD = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class MacAway(Away):
    """Registered as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kept: list[Any] = []
        self._stopped = False

    def start(self) -> None:
        """Register at the centers; a system without them never says anything."""
        with contextlib.suppress(OSError, AttributeError):
            self._register(_ObjC())

    def stop(self) -> None:
        """What comes is not passed on any more."""
        self._stopped = True

    def _register(self, objc: "_ObjC") -> None:
        self._kept = [
            _METHOD(lambda *_: self._pass_on(self.about_to_sleep)),
            _METHOD(lambda *_: self._pass_on(self.screen_locked)),
        ]
        kind = objc.new_class(b"PuertasAway", [b"sleeps:", b"locked:"], self._kept)
        observer = objc.send(objc.send(kind, b"alloc"), b"init")
        workspace = objc.send(objc.get(b"NSWorkspace"), b"sharedWorkspace")
        for center, method, name in (
            (objc.send(workspace, b"notificationCenter"), b"sleeps:", _SLEEPS),
            (
                objc.send(objc.get(b"NSDistributedNotificationCenter"), b"defaultCenter"),
                b"locked:",
                _LOCKED,
            ),
        ):
            arguments = (observer, objc.selector(method), objc.text(name), None)
            objc.send(center, b"addObserver:selector:name:object:", *arguments)

    def _pass_on(self, signal: Any) -> None:
        if not self._stopped:
            signal.emit()


class _ObjC:
    """As much of the Objective-C runtime as this needs; pointers are plain numbers."""

    def __init__(self) -> None:
        self._lib = ctypes.CDLL(ctypes.util.find_library("objc"))
        ctypes.CDLL(ctypes.util.find_library("AppKit"))
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        for name, result, arguments in (
            ("objc_getClass", pointer, [text]),
            ("sel_registerName", pointer, [text]),
            ("objc_allocateClassPair", pointer, [pointer, text, ctypes.c_size_t]),
            ("objc_registerClassPair", None, [pointer]),
            ("class_addMethod", ctypes.c_bool, [pointer, pointer, _METHOD, text]),
        ):
            function = getattr(self._lib, name)
            function.restype, function.argtypes = result, arguments

    def get(self, name: bytes) -> Any:
        return self._lib.objc_getClass(name)

    def selector(self, name: bytes) -> Any:
        return self._lib.sel_registerName(name)

    def send(self, target: Any, method: bytes, *arguments: Any) -> Any:
        """``[target method: …]`` where all that is given and returned is a pointer."""
        kinds = [ctypes.c_void_p] * (2 + len(arguments))
        call = ctypes.CFUNCTYPE(ctypes.c_void_p, *kinds)(("objc_msgSend", self._lib))
        return call(target, self.selector(method), *arguments)

    def text(self, words: bytes) -> Any:
        """An NSString."""
        given = ctypes.cast(ctypes.c_char_p(words), ctypes.c_void_p)
        return self.send(self.get(b"NSString"), b"stringWithUTF8String:", given)

    def new_class(self, name: bytes, methods: list[bytes], functions: list[Any]) -> Any:
        """A class of NSObject with methods that take one object each."""
        made = self._lib.objc_allocateClassPair(self.get(b"NSObject"), name, 0)
        if made is None:  # it is there already: a window before this one made it
            return self.get(name)
        for method, function in zip(methods, functions, strict=True):
            self._lib.class_addMethod(made, self.selector(method), function, b"v@:@")
        self._lib.objc_registerClassPair(made)
        return made
