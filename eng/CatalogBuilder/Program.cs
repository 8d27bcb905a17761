using PolicyLint.CatalogBuilder;

const string Usage = """
    CatalogBuilder import --actions DIR --dependents DIR [--accept-loss]   rewrites the text from two unpacked npm packages
    CatalogBuilder build                                                   writes the blob from the text and the overlay
    CatalogBuilder check                                                   says whether the blob is what build would write
    CatalogBuilder gaps FILE                                               lists what AWS accepted and the catalogue lacks
    """;

var house = House.Find();
try
{
    return args switch
    {
        ["import", "--actions", string actions, "--dependents", string dependents, .. string[] rest] when rest is [] or ["--accept-loss"] =>
            Commands.Import(house, actions, dependents, acceptLoss: rest.Length > 0, Console.Out),
        ["build"] => Commands.Build(house, Console.Out),
        ["check"] => Commands.Check(house, Console.Out, Console.Error),
        ["gaps", string recorded] => Gaps.List(Commands.ReadModel(house), recorded, Console.Out),
        _ => Fail(Usage, 2),
    };
}
catch (CatalogSourceException problem)
{
    return Fail(problem.Message, 1);
}

static int Fail(string message, int code)
{
    Console.Error.WriteLine(message);
    return code;
}
