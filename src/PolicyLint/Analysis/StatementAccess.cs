namespace PolicyLint.Analysis;

/// <summary>One statement seen as access: which actions, on which resources, under which conditions.</summary>
public sealed class StatementAccess
{
    internal StatementAccess(PolicyAccess policy, Statement statement)
    {
        Policy = policy;
        Statement = statement;
    }

    /// <summary>The policy that the statement belongs to.</summary>
    public PolicyAccess Policy { get; }

    /// <summary>The statement as written.</summary>
    public Statement Statement { get; }
}
