"""The way from the kernel to the browser, without a pause."""

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """jupyter_server's connection with TCP_NODELAY.

    A slider's answer is several small messages. Without this the second waits
    until the browser has acknowledged the first, 40 ms on Linux: most of the
    time that a redraw takes.
    """

    def connect(self):
        self.websocket_handler.set_nodelay(True)
        return super().connect()
