using System.Collections.Immutable;

namespace PolicyLint;

/// <summary>The value of Action, NotAction, Resource, NotResource or one kind of principal: a string or a list of strings.</summary>
public sealed class PolicyStringList : PolicyNode
{
    internal PolicyStringList(PolicyString name, bool isList, ImmutableArray<PolicyString> values, TextSpan span, PolicyPath path)
        : base(span, path)
    {
        Name = name;
        IsList = isList;
        Values = values;
    }

    /// <summary>The element's name where it stands.</summary>
    public PolicyString Name { get; }

    /// <summary>Whether the values stand in square brackets.</summary>
    public bool IsList { get; }

    /// <summary>The values in the order written. Values of a wrong JSON type are left out and reported as problems.</summary>
    public ImmutableArray<PolicyString> Values { get; }
}
