-- For wrk: asks for the queries of a file in turn, from the beginning again at its end. Arguments: the file, how many to skip.
local queries, at, path = {}, 0, ""

function init(arguments)
    for query in io.lines(arguments[1]) do
        queries[#queries + 1] = query
    end
    at = tonumber(arguments[2])
    path = wrk.path .. "?format=json&q="
end

function request()
    at = at + 1
    return wrk.format("GET", path .. queries[(at - 1) % #queries + 1])
end
