using System.Text;

namespace PolicyLint.TestKit;

/// <summary>Writes a tree with or without white space, keeping its literals.</summary>
internal sealed class JsonLayout(bool indented)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public string Write(JsonTree tree)
    {
        Append(tree);
        return _text.ToString();
    }

    private void Append(JsonTree tree)
    {
        switch (tree)
        {
            case JsonTree.Scalar scalar:
                _text.Append(scalar.Literal);
                break;
            case JsonTree.List list:
                AppendAll('[', ']', list.Items, Append);
                break;
            case JsonTree.Map map:
                AppendAll('{', '}', map.Members, AppendMember);
                break;
        }
    }

    private void AppendMember(JsonTree.Member member)
    {
        _text.Append(member.NameLiteral).Append(indented ? ": " : ":");
        Append(member.Value);
    }

    private void AppendAll<T>(char open, char close, IReadOnlyList<T> items, Action<T> append)
    {
        _text.Append(open);
        _depth++;
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                _text.Append(',');
            BreakLine();
            append(items[i]);
        }

        _depth--;
        if (items.Count > 0)
            BreakLine();
        _text.Append(close);
    }

    private void BreakLine()
    {
        if (indented)
            _text.Append('\n').Append(' ', 2 * _depth);
    }
}
