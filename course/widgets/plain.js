// A widget without a script of its own.

export default { render: (context) => frame(context) };
