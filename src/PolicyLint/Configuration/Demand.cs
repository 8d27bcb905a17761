using System.Collections.Immutable;
using PolicyLint.Evaluation;

namespace PolicyLint.Configuration;

/// <summary>What a rule of a configuration asks of one element of a statement. What is empty is not asked.</summary>
/// <param name="AnyOf">The statement reaches something of at least one of these.</param>
/// <param name="AllOf">The statement reaches everything of each of these.</param>
/// <param name="NoneOf">The statement reaches nothing of any of these.</param>
/// <param name="Beyond">The statement reaches something that none of these has.</param>
internal sealed record Demand<T>(ImmutableArray<T> AnyOf, ImmutableArray<T> AllOf, ImmutableArray<T> NoneOf, ImmutableArray<T> Beyond)
{
    /// <summary>Whether the demand is met.</summary>
    /// <param name="reaches">Whether the statement reaches something of a pattern.</param>
    /// <param name="covers">Whether it reaches everything of it.</param>
    /// <param name="goesBeyond">Whether it reaches something outside of all of some patterns.</param>
    public Truth IsMet(Func<T, Truth> reaches, Func<T, Truth> covers, Func<ImmutableArray<T>, Truth> goesBeyond)
    {
        Truth any = AnyOf.IsEmpty ? Truth.Yes : AnyOf.Select(reaches).Aggregate(TruthExtensions.Or);
        Truth all = AllOf.Select(covers).Aggregate(Truth.Yes, TruthExtensions.And);
        Truth none = NoneOf.Select(item => reaches(item).Not()).Aggregate(Truth.Yes, TruthExtensions.And);
        Truth beyond = Beyond.IsEmpty ? Truth.Yes : goesBeyond(Beyond);
        return any.And(all).And(none).And(beyond);
    }

    /// <summary>Whether one value of the element has a part in what the demand asks for: the finding is then about it.</summary>
    /// <param name="meets">Whether the value reaches something of a pattern.</param>
    /// <param name="goesBeyond">Whether the value reaches something outside of all of some patterns.</param>
    public bool IsAbout(Func<T, bool> meets, Func<ImmutableArray<T>, bool> goesBeyond) =>
        AnyOf.Any(meets) || AllOf.Any(meets) || (!Beyond.IsEmpty && goesBeyond(Beyond));

    /// <summary>Whether it asks for something, and not only for the lack of something.</summary>
    public bool WantsSomething => !AnyOf.IsEmpty || !AllOf.IsEmpty || !Beyond.IsEmpty;
}
