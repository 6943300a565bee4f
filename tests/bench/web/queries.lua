-- For wrk: the same few searches again and again, or (with the argument "different") never the same twice.
local words = { "eau", "logement", "v%C3%A9lo", "coop%C3%A9ration" }
local different, count, path = false, 0, ""

function init(arguments)
    different = arguments[1] == "different"
    path = wrk.path .. "?format=json&q="
end

function request()
    count = count + 1
    local query = words[count % #words + 1]
    if different then
        query = query .. "+-zq" .. count -- without a word that no report has: the same work
    end
    return wrk.format("GET", path .. query)
end
