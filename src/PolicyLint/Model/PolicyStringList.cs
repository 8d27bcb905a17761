using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>The value of Action, NotAction, Resource, NotResource or one kind of principal: a string or a list of strings.</summary>
public sealed class PolicyStringList : PolicyNode
{
    internal PolicyStringList(string name, TextSpan nameSpan, bool isList, ImmutableArray<PolicyString> values, TextSpan span, PolicyPath path)
        : base(span, path)
    {
        Name = name;
        NameSpan = nameSpan;
        IsList = isList;
        Values = values;
    }

    /// <summary>The element's name: <c>Action</c>, <c>NotResource</c>, <c>AWS</c>…</summary>
    public string Name { get; }

    /// <summary>Where the name stands, with its quotes.</summary>
    public TextSpan NameSpan { get; }

    /// <summary>Whether the values stand in square brackets.</summary>
    public bool IsList { get; }

    /// <summary>The values in the order written. Values of a wrong JSON type are left out and reported as problems.</summary>
    public ImmutableArray<PolicyString> Values { get; }
}
